/** The mark: a roof, and a signal that comes home under it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" focusable="false" width={size} height={size} viewBox="0 0 32 32">
      <rect width="32" height="32" rx="8" fill="#14506f" />
      <g fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d="M7 16.2 16 8l9 8.2" stroke="#fff" strokeWidth="2.6" />
        <path d="M11 20.2a7.2 7.2 0 0 1 10 0" stroke="#7fd0ef" strokeWidth="2.4" />
      </g>
      <circle cx="16" cy="24" r="1.9" fill="#7fd0ef" />
    </svg>
  )
}
