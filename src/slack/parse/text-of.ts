import type { RampTo, Said } from './said.ts';
import { escapeEntities } from './tokens.ts';

/** The command that says this, as Slack would send it typed: what a button runs. `parse` reads it back as the same. */
export function textOf(said: Said): string {
  switch (said.verb) {
    case 'bare':
      return '';
    case 'help':
      return join('help', said.about);
    case 'new':
      return join('new', name(said.target), clause('in', said.environment), said.when);
    case 'ramp':
      return join(
        'ramp',
        name(said.target),
        percentage(said.to),
        said.seen === null ? null : `from ${points(said.seen)}%`,
        clause('for', said.audience),
        clause('in', said.environment),
        said.when,
      );
    case 'status':
      return join('status', name(said.target), clause('in', said.environment));
    case 'list':
      return join('list', said.which === 'all' ? null : said.which);
    case 'why':
      return join(
        'why',
        name(said.target),
        `for ${whom(said.whom)}`,
        ...Object.entries(said.attributes).map(([key, value]) => quoted(`${key}=${value}`)),
        clause('in', said.environment),
      );
    case 'pause':
    case 'cancel':
    case 'reject':
      return join(said.verb, name(said.target), clause('in', said.environment), because(said.reason));
    case 'resume':
    case 'advance':
    case 'approve':
      return join(said.verb, name(said.target), clause('in', said.environment));
    case 'extend':
      return join('extend', name(said.target), clause('in', said.environment), `by ${said.byMs / 1_000} s`);
    case 'unrelease':
      return join(
        'unrelease',
        ...said.targets.map(name),
        clause('from', said.audience),
        clause('in', said.environment),
        because(said.reason),
      );
    case 'restore':
      return join(
        'restore',
        ...said.targets.map(name),
        clause('for', said.audience),
        clause('in', said.environment),
      );
    case 'me':
      return join('me', name(said.targetingKey));
    case 'freeze':
      return join(
        'freeze',
        name(said.name),
        clause('in', said.environment),
        `until ${said.until}`,
        because(said.reason),
      );
    case 'unfreeze':
      return join('unfreeze', name(said.name), clause('in', said.environment));
  }
}

function join(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}

function name(value: string | null): string | null {
  return value === null ? null : quoted(value);
}

/** A name that the grammar could take for something else goes in quotes. */
function quoted(value: string): string {
  const plain = /^[a-z][\w.-]*$/i.test(value) || /^[\w.@+=:/-]*[@:=/][\w.@+=:/-]*$/.test(value);
  return plain ? value : `"${escapeEntities(value.replaceAll('"', "'"))}"`;
}

function clause(word: string, value: string | null): string | null {
  return value === null ? null : `${word} ${quoted(value)}`;
}

function because(reason: string): string | null {
  return reason === '' ? null : `because ${escapeEntities(reason)}`;
}

function percentage(to: RampTo): string {
  if (to.kind === 'to') return `${points(to.at)}%`;
  return `${to.points < 0 ? '-' : '+'}${points(Math.abs(to.points))}`;
}

/** Basis points as the percentage that a person would type, exactly. */
function points(basisPoints: number): string {
  const fraction = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(basisPoints / 100)}${fraction === '' ? '' : `.${fraction}`}`;
}

function whom(who: Extract<Said, { verb: 'why' }>['whom']): string {
  switch (who.kind) {
    case 'me':
      return 'me';
    case 'person':
      return `<@${who.user}>`;
    case 'id':
      return quoted(who.id);
  }
}
