import type { ContextBlock } from 'slack-blocks-to-jsx';
import { Text } from '../text/rich-text.tsx';
import { imageAddress } from './image-address.ts';

export function Context({ block }: { block: ContextBlock }) {
  const elements = block.elements.map((element, index) => ({ element, key: `${index}` }));
  return (
    <div className="block context">
      {elements.map(({ element, key }) =>
        element.type === 'image' ? (
          <img key={key} src={imageAddress(element)} alt={element.alt_text} />
        ) : (
          <Text key={key} value={element} />
        ),
      )}
    </div>
  );
}
