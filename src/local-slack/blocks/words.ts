import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong, in the words and with the pointer that Slack answers with. */
export type Fault = { message: string; pointer: string };

/** `missing required field: text [json-pointer:/blocks/0]` */
export function faultText({ message, pointer }: Fault): string {
  return `${message} [json-pointer:${pointer}]`;
}

/** One fault for each issue; `root` is where the checked value stands, such as `/blocks`. */
export function faultsOf(issues: readonly Issue[], root: string): Fault[] {
  return issues.flatMap((issue) => faultsOfIssue(issue, root));
}

function faultsOfIssue(issue: Issue, root: string): Fault[] {
  const at = (path: readonly PropertyKey[]) => [root, ...path.map(String)].join('/');
  const here = at(issue.path);
  const last = String(issue.path.at(-1) ?? '');
  const parent = at(issue.path.slice(0, -1));
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined && issue.path.length > 0) {
        return [{ message: `missing required field: ${last}`, pointer: parent }];
      }
      return [{ message: `must provide ${article(issue.expected)}`, pointer: here }];
    case 'too_big':
      return [{ message: tooBig(issue.origin, Number(issue.maximum)), pointer: here }];
    case 'too_small':
      return [{ message: tooSmall(issue.origin, Number(issue.minimum)), pointer: here }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ message: `invalid additional property: ${key}`, pointer: here }));
    case 'invalid_union':
      return unknownType(issue, here, parent);
    case 'invalid_value':
      if (issue.input === undefined) return [{ message: `missing required field: ${last}`, pointer: parent }];
      return [{ message: 'value must be one of the allowed values', pointer: here }];
    case 'custom':
      return [{ message: issue.message, pointer: here }];
    default:
      return [{ message: 'failed to match the required format', pointer: here }];
  }
}

function unknownType(issue: Issue, here: string, parent: string): Fault[] {
  const type: unknown = issue.input;
  if (type === undefined) return [{ message: 'missing required field: type', pointer: parent }];
  if (typeof type !== 'object' || type === null) {
    return [{ message: `unsupported type: ${String(type)}`, pointer: here }];
  }
  const named: unknown = 'type' in type ? type.type : undefined;
  if (named === undefined)
    return [{ message: 'missing required field: type', pointer: here.replace(/\/type$/, '') }];
  return [{ message: `unsupported type: ${String(named)}`, pointer: here }];
}

function article(expected: string): string {
  if (expected === 'object' || expected === 'array') return `an ${expected}`;
  return expected === 'int' ? 'an integer' : `a ${expected}`;
}

function tooBig(origin: string, most: number): string {
  if (origin === 'string') return `must be less than ${most + 1} characters`;
  if (origin === 'array') return `no more than ${most} items allowed`;
  return `must be less than or equal to ${most}`;
}

function tooSmall(origin: string, least: number): string {
  if (origin === 'string') return `must be more than ${least - 1} characters`;
  if (origin === 'array') return `must provide at least ${least} items`;
  return `must be greater than or equal to ${least}`;
}
