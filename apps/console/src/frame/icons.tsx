/** The few line icons of the console, drawn on a 20 × 20 grid. Decoration only: the word always stands beside them. */
import type { ReactNode } from "react"

export interface IconProps {
  readonly size?: number
}

export function Drawing({ size = 18, children }: IconProps & { children: ReactNode }) {
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

export const CopyIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="7" y="7" width="9.5" height="9.5" rx="1.8" />
    <path d="M13 7V5.3c0-1-.8-1.8-1.8-1.8H5.3c-1 0-1.8.8-1.8 1.8v5.9c0 1 .8 1.8 1.8 1.8H7" />
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

export const PauseIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M7.5 5.5v9M12.5 5.5v9" />
  </Drawing>
)

export const PrintIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M6 7.5v-4h8v4M6 14.5H3.5v-7h13v7H14M6 12h8v4.5H6z" />
  </Drawing>
)
