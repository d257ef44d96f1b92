import { useMemo } from 'react';
import type { Block } from '../../protocol.ts';
import { PlainText, Rendered } from '../text/rich-text.tsx';
import { Actions } from './actions.tsx';
import { Alert } from './alert.tsx';
import { Card } from './card.tsx';
import { Context } from './context.tsx';
import { ImageBlock } from './image-block.tsx';
import { Input } from './input.tsx';
import { blockId, type KitBlock, kit } from './kit.ts';
import { Section } from './section.tsx';
import { richCells } from './table-cells.ts';

/** The blocks of a message or view, inside what makes them work. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  return (
    <div className="blocks">
      {blocks.map((block) => (
        <OneBlock key={block.block_id} block={kit(block)} />
      ))}
    </div>
  );
}

function OneBlock({ block }: { block: KitBlock }) {
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'header':
      return (
        <h2 className="block header">
          <PlainText text={block.text.text} />
        </h2>
      );
    case 'divider':
      return <hr className="block divider" />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
    case 'context_actions':
      return <Actions block={block} />;
    case 'input':
      return <Input block={block} />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'alert':
      return <Alert block={block} />;
    case 'card':
      return <Card block={block} />;
    case 'carousel':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        <section className="block carousel" aria-label="Cards" tabIndex={0}>
          {block.elements.map((card, index) => (
            <Card
              key={card.block_id ?? `${index}`}
              block={{ ...card, block_id: card.block_id ?? blockId(block) }}
            />
          ))}
        </section>
      );
    case 'container':
      return (
        <details className="block container" open={!block.default_collapsed}>
          <summary>
            <PlainText text={block.title.text} />
          </summary>
          {block.child_blocks.map((child, index) => (
            <OneBlock key={child.block_id ?? `${index}`} block={child} />
          ))}
        </details>
      );
    case 'table':
      return <Static block={richCells(block)} />;
    default:
      return <Static block={block} />;
  }
}

/** Nothing to press in it: the rendering library draws all of it. */
function Static({ block }: { block: KitBlock }) {
  const blocks = useMemo(() => [block], [block]);
  return (
    <div className="block static">
      <Rendered blocks={blocks} className="rich" />
    </div>
  );
}
