import type { Act, ActReply, Boot } from '../../protocol.ts';

/** One person in one workspace. */
export type Who = { team: string; user: string };

/** What a viewer sees at first. What is not said of whose eyes it is for, Local Slack chooses. */
export async function fetchBoot(who: Partial<Who>, signal?: AbortSignal): Promise<Boot> {
  const response = await fetch(`/client/boot?${new URLSearchParams(who)}`, signal ? { signal } : {});
  if (!response.ok) throw new Error(`Local Slack answered ${response.status}`);
  return (await response.json()) as Boot;
}

const UNREACHABLE: ActReply = {
  ok: false,
  trouble: 'not_connected',
  explanation: 'Local Slack is not answering. Check that it is still running.',
};

/** Does something as a person. Never throws: what went wrong is in the reply. */
export async function sendAct(who: Who, act: Act): Promise<ActReply> {
  try {
    const response = await fetch('/client/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...who, act }),
    });
    return (await response.json()) as ActReply;
  } catch {
    return UNREACHABLE;
  }
}
