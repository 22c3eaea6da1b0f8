/** The few line icons of the console, drawn on a 20 × 20 grid. Decoration only: the word always stands beside them. */
import type { ReactNode } from "react"

interface IconProps {
  readonly size?: number
}

function Drawing({ size = 18, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  )
}

export const ChevronIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m8 5 5 5-5 5" />
  </Drawing>
)

export const MenuIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" />
  </Drawing>
)

export const CloseIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m5 5 10 10M15 5 5 15" />
  </Drawing>
)

export const HelpIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="7.2" />
    <path d="M7.9 7.8a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4M10 13.7v.1" />
  </Drawing>
)

export const CheckIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m4.5 10.5 3.6 3.6 7.4-8" />
  </Drawing>
)

export const OkIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="7.2" />
    <path d="m6.9 10.3 2.2 2.2 4-4.6" />
  </Drawing>
)

export const WarningIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 3.2 17.3 16H2.7L10 3.2ZM10 8.2v3.6M10 13.8v.1" />
  </Drawing>
)

export const FailedIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="7.2" />
    <path d="M10 6.2v4.6M10 13.5v.1" />
  </Drawing>
)

export const QuietIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="7.2" />
    <path d="M6.8 10h6.4" />
  </Drawing>
)

export const LiveIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="1.6" />
    <path d="M6.3 13.7a5.2 5.2 0 0 1 0-7.4M13.7 6.3a5.2 5.2 0 0 1 0 7.4M4 16a8.4 8.4 0 0 1 0-12M16 4a8.4 8.4 0 0 1 0 12" />
  </Drawing>
)

export const InfoIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="7.2" />
    <path d="M10 9.2v4.4M10 6.5v.1" />
  </Drawing>
)

export const ArrowUpIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 15.5v-11M5.5 9 10 4.5 14.5 9" />
  </Drawing>
)

export const ArrowDownIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 4.5v11M5.5 11l4.5 4.5 4.5-4.5" />
  </Drawing>
)

export const ArrowRightIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M4 10h12M11.5 5.5 16 10l-4.5 4.5" />
  </Drawing>
)

export const BothWaysIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 7.2h13.2M13 4l3.2 3.2L13 10.4M17 13H3.8M7 9.8 3.8 13 7 16.2" />
  </Drawing>
)

export const SearchIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="8.8" cy="8.8" r="5.3" />
    <path d="m12.8 12.8 4 4" />
  </Drawing>
)

export const PlusIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 4v12M4 10h12" />
  </Drawing>
)

export const TrashIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M4 5.8h12M8 5.5V3.8h4v1.7M5.5 5.8l.8 10.4h7.4l.8-10.4M8.5 8.8v4.6M11.5 8.8v4.6" />
  </Drawing>
)

export const CopyIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="7" y="7" width="9.5" height="9.5" rx="1.8" />
    <path d="M13 7V5.3c0-1-.8-1.8-1.8-1.8H5.3c-1 0-1.8.8-1.8 1.8v5.9c0 1 .8 1.8 1.8 1.8H7" />
  </Drawing>
)

export const SparkIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 3v3.2M10 13.8V17M3 10h3.2M13.8 10H17M5.2 5.2l2 2M12.8 12.8l2 2M14.8 5.2l-2 2M7.2 12.8l-2 2" />
  </Drawing>
)

export const PhoneIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M6.4 3.5 8 7.2 6.3 8.7a10 10 0 0 0 5 5l1.5-1.7 3.7 1.6v2c0 .9-.7 1.5-1.6 1.4A13 13 0 0 1 3 5.1c-.1-.9.5-1.6 1.4-1.6h2Z" />
  </Drawing>
)

export const SunMoonIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="6.8" />
    <path d="M10 3.2v13.6a6.8 6.8 0 0 0 0-13.6Z" fill="currentColor" stroke="none" />
  </Drawing>
)

export const LogoutIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 3.8H5.4c-.9 0-1.6.7-1.6 1.6v9.2c0 .9.7 1.6 1.6 1.6H8M12.5 6.5 16 10l-3.5 3.5M16 10H7.5" />
  </Drawing>
)

export const HomeIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3.5 9.3 10 3.8l6.5 5.5v6.9h-4.3v-4.4H7.8v4.4H3.5V9.3Z" />
  </Drawing>
)

export const TreeIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M4 4.5h5M4 4.5v11h4M4 10h4M10.5 10H16M10.5 15.5H16" />
  </Drawing>
)

export const PauseIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M7.5 5.5v9M12.5 5.5v9" />
  </Drawing>
)

export const ShowIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5Z" />
    <circle cx="10" cy="10" r="2.2" />
  </Drawing>
)

export const HideIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M4.5 6.6A12 12 0 0 0 2.5 10s2.7 5 7.5 5c1.3 0 2.4-.4 3.4-.9M8 5.2c.6-.1 1.3-.2 2-.2 4.8 0 7.5 5 7.5 5a12 12 0 0 1-2 2.6M3.5 3.5l13 13" />
  </Drawing>
)

export const FileIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M5.5 2.8h6l3.5 3.6v10.8h-9.5zM11.2 2.8v3.9h3.8" />
  </Drawing>
)

export const CertificateIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3.5 3.5h13v9h-5M3.5 3.5v9H5M6.5 6.5h7M11 9h2.5" />
    <circle cx="8" cy="11.6" r="2.4" />
    <path d="M6.6 13.6 6.2 17.5 8 16.4l1.8 1.1-.4-3.9" />
  </Drawing>
)

export const DownloadIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 3.5v9M6 9l4 4 4-4M4 16.5h12" />
  </Drawing>
)

export const PrintIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M6 7.5v-4h8v4M6 14.5H3.5v-7h13v7H14M6 12h8v4.5H6z" />
  </Drawing>
)
