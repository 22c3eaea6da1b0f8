/** Icons that only pages draw: those of the first page, which is loaded before all else, are in icons.tsx. */
import { Drawing, type IconProps } from "./icons.tsx"

export const BothWaysIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 7.2h13.2M13 4l3.2 3.2L13 10.4M17 13H3.8M7 9.8 3.8 13 7 16.2" />
  </Drawing>
)

export const TrashIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M4 5.8h12M8 5.5V3.8h4v1.7M5.5 5.8l.8 10.4h7.4l.8-10.4M8.5 8.8v4.6M11.5 8.8v4.6" />
  </Drawing>
)

export const SparkIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 3v3.2M10 13.8V17M3 10h3.2M13.8 10H17M5.2 5.2l2 2M12.8 12.8l2 2M14.8 5.2l-2 2M7.2 12.8l-2 2" />
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
