import type { Environment } from '../../environment/environment.ts';
import { counted } from './count.ts';
import { circleWords } from './person.ts';

/** What an environment asks before anything widens: "*production*: needs 1 approval from any full member". */
export function environmentWords({ key, policy }: Environment): string {
  const asks =
    policy.quorum === 0
      ? 'nothing needs approval'
      : `needs ${counted(policy.quorum, 'approval')} from ${circleWords(policy.approvers)}, never from who asked`;
  return `*${key}*: ${asks}`;
}
