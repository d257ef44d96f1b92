import type { ActionsBlock, ContextActionsBlock } from 'slack-blocks-to-jsx';
import { InteractiveElement } from '../elements/interactive-element.tsx';
import { interactiveOf } from './initial-state.ts';
import { actionId, blockId } from './kit.ts';
import { Trouble } from './trouble.tsx';

export function Actions({ block }: { block: ActionsBlock | ContextActionsBlock }) {
  const elements = interactiveOf(block);
  const id = blockId(block);
  return (
    <div className="block actions">
      <div className="actions-row">
        {elements.map((element) => (
          <InteractiveElement key={actionId(element)} element={element} slot={{ blockId: id, field: null }} />
        ))}
      </div>
      <Trouble blockId={id} actionIds={elements.map(actionId)} />
    </div>
  );
}
