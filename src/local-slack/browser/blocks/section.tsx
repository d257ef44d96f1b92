import type { SectionBlock } from 'slack-blocks-to-jsx';
import { InteractiveElement } from '../elements/interactive-element.tsx';
import { Text } from '../text/rich-text.tsx';
import { imageAddress } from './image-address.ts';
import { actionId, blockId, isActionElement } from './kit.ts';
import { Trouble } from './trouble.tsx';

/** Fields have no ids of their own, and never change places within a version of the block. */
const numbered = <T,>(things: T[]) => things.map((thing, index) => ({ thing, key: `${index}` }));

export function Section({ block }: { block: SectionBlock }) {
  const { accessory } = block;
  return (
    <div className="block section">
      <div className="section-row">
        <div className="section-text">
          {block.text && <Text value={block.text} />}
          {block.fields && (
            <div className="fields">
              {numbered(block.fields).map(({ thing, key }) => (
                <div key={key} className="field-text">
                  <Text value={thing} />
                </div>
              ))}
            </div>
          )}
        </div>
        {accessory?.type === 'image' && (
          <img className="accessory-image" src={imageAddress(accessory)} alt={accessory.alt_text} />
        )}
        {accessory && isActionElement(accessory) && (
          <div className="accessory">
            <InteractiveElement element={accessory} slot={{ blockId: blockId(block), field: null }} />
          </div>
        )}
      </div>
      {accessory && isActionElement(accessory) && (
        <Trouble blockId={blockId(block)} actionIds={[actionId(accessory)]} />
      )}
    </div>
  );
}
