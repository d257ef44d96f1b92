import { type ReactNode, useMemo, useState } from 'react';
import type { ConfirmDialogObject } from 'slack-blocks-to-jsx';
import type { Act, ElementState, ViewStateValues } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { stateValues } from './initial-state.ts';
import { type Interaction, InteractionContext } from './interaction.ts';
import type { KitBlock } from './kit.ts';

type Click = Extract<Act, { type: 'click' }>;

type Props = {
  on: Click['on'];
  blocks: KitBlock[];
  /** What the person put in, in a message or view that may outlive this part of the page. */
  kept: ViewStateValues;
  onKept: (kept: ViewStateValues) => void;
  /** The conversation a select may start with. */
  current: string | null;
  errors?: Record<string, string>;
  children: ReactNode;
};

type Asking = { confirm: ConfirmDialogObject; proceed: () => void };

/** Presses hold nothing: they are no part of `state.values`. */
function isPress(state: ElementState): boolean {
  return ['button', 'overflow', 'icon_button', 'feedback_buttons'].includes(state.type);
}

const keyOf = (blockId: string, actionId: string) => `${blockId}\n${actionId}`;

/** Makes the elements inside it work: keeps what is put in, asks for confirmation, tells the app, shows what failed. */
export function Interactive({ on, blocks, kept, onKept, current, errors, children }: Props) {
  const { act } = useClient();
  const values = useMemo(() => stateValues(blocks, kept, current), [blocks, kept, current]);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [pending, setPending] = useState<Record<string, true>>({});
  const [trouble, setTrouble] = useState<Record<string, string>>({});

  const interaction = useMemo<Interaction>(() => {
    const withState = (before: ViewStateValues, blockId: string, actionId: string, state: ElementState) => ({
      ...before,
      [blockId]: { ...before[blockId], [actionId]: state },
    });
    const send = async (blockId: string, actionId: string, element: ElementState) => {
      const key = keyOf(blockId, actionId);
      setPending((before) => ({ ...before, [key]: true }));
      setTrouble(({ [key]: _gone, ...rest }) => rest);
      const state = isPress(element) ? values : withState(values, blockId, actionId, element);
      const reply = await act({ type: 'click', on, blockId, actionId, element, state });
      setPending(({ [key]: _gone, ...rest }) => rest);
      if (!reply.ok && 'trouble' in reply) setTrouble((before) => ({ ...before, [key]: reply.explanation }));
    };
    return {
      stateOf: (blockId, actionId) => values[blockId]?.[actionId],
      keep: (blockId, actionId, state) => onKept(withState(kept, blockId, actionId, state)),
      dispatch: (blockId, actionId, state, confirm) => {
        const proceed = () => {
          if (!isPress(state)) onKept(withState(kept, blockId, actionId, state));
          void send(blockId, actionId, state);
        };
        if (confirm === undefined) proceed();
        else setAsking({ confirm, proceed });
      },
      suggest: async (blockId, actionId, value) => {
        const where = 'view' in on ? { view: on.view } : { message: on.message, channel: on.channel };
        const reply = await act({ type: 'suggest', on: where, blockId, actionId, value });
        return reply.ok ? (reply.options ?? []) : [];
      },
      isPending: (blockId, actionId) => pending[keyOf(blockId, actionId)] === true,
      troubleOf: (blockId, actionId) => trouble[keyOf(blockId, actionId)] ?? null,
      errorOf: (blockId) => errors?.[blockId] ?? null,
    };
  }, [act, on, values, kept, onKept, errors, pending, trouble]);

  return (
    <InteractionContext value={interaction}>
      {children}
      {asking && (
        <ConfirmDialog
          confirm={asking.confirm}
          onAnswer={(yes) => {
            setAsking(null);
            if (yes) asking.proceed();
          }}
        />
      )}
    </InteractionContext>
  );
}
