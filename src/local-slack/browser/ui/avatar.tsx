import type { Person } from '../../protocol.ts';

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const first = words[0]?.charAt(0) ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : '';
  return (first + last).toUpperCase();
}

/** Initials on the person's colour. The name stands beside it wherever it is used. */
export function Avatar({ person, size = 36 }: { person: Person | undefined; size?: 20 | 24 | 28 | 36 | 48 }) {
  return (
    <span
      className={`avatar avatar-${size}${person?.kind === 'bot' ? ' avatar-bot' : ''}`}
      style={{ backgroundColor: person?.color ?? 'var(--ink-3)' }}
      data-initials={initials(person?.realName ?? '?')}
      aria-hidden="true"
    />
  );
}
