/** The mark of Orderdesk: a sheet from the order pad, ticked off. */
export const Mark = ({ size = 24 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="8" fill="#0b6670" />
    <path d="M9 7.5h9.2a3.3 3.3 0 0 1 3.3 3.3v9.7h3V22a3 3 0 0 1-3 3H12a3 3 0 0 1-3-3z" fill="#fff" />
    <path d="M12.6 12.6h5.4M12.6 16.4h3.2" stroke="#0b6670" strokeWidth="1.9" strokeLinecap="round" />
    <path
      d="m13 20.9 1.9 1.9 4.4-4.6"
      fill="none"
      stroke="#e8912d"
      strokeWidth="2.1"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
