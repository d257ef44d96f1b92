import type { CardBlock } from 'slack-blocks-to-jsx';
import { ButtonElement } from '../elements/button-element.tsx';
import { PlainText, Text } from '../text/rich-text.tsx';
import { imageAddress } from './image-address.ts';
import { blockId } from './kit.ts';
import { Trouble } from './trouble.tsx';

export function Card({ block }: { block: CardBlock }) {
  const id = blockId(block);
  return (
    <div className="block card">
      {block.hero_image && (
        <img className="card-hero" src={imageAddress(block.hero_image)} alt={block.hero_image.alt_text} />
      )}
      <div className="card-body">
        {block.title && (
          <strong>
            <PlainText text={block.title.text} />
          </strong>
        )}
        {block.subtitle && (
          <small>
            <PlainText text={block.subtitle.text} />
          </small>
        )}
        {block.body && <Text value={block.body} />}
        {block.actions && (
          <div className="actions-row">
            {block.actions.map((button) => (
              <ButtonElement key={button.action_id} element={button} slot={{ blockId: id, field: null }} />
            ))}
          </div>
        )}
        <Trouble blockId={id} actionIds={block.actions?.map((button) => button.action_id ?? '') ?? []} />
      </div>
    </div>
  );
}
