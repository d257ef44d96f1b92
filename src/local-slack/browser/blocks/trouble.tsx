import { Icon } from '../ui/icon.tsx';
import { useInteraction } from './interaction.ts';

/** What went wrong with an element, said beside it. */
export function Trouble({ blockId, actionIds }: { blockId: string; actionIds: string[] }) {
  const { troubleOf } = useInteraction();
  const said = actionIds.flatMap((actionId) => troubleOf(blockId, actionId) ?? []);
  if (said.length === 0) return null;
  return (
    <p className="trouble" role="alert">
      <Icon name="warning" size={16} /> {said.join(' ')}
    </p>
  );
}
