export function Logo({ small = false }: { small?: boolean }) {
  return (
    <span className="lw-logo">
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--lw-accent)" />
        <path d="M7 8h18l-6.4 8.4V24l-5.2-2.6v-5z" fill="#fff" />
      </svg>
      {!small && <span>Leadwell</span>}
    </span>
  );
}
