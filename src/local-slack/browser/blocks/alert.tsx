import type { AlertBlock } from 'slack-blocks-to-jsx';
import { Text } from '../text/rich-text.tsx';
import { Icon } from '../ui/icon.tsx';

export function Alert({ block }: { block: AlertBlock }) {
  const level = block.level ?? 'default';
  return (
    <div className={`block alert alert-${level}`} role="status">
      <Icon name={level === 'success' ? 'check' : 'warning'} />
      <Text value={block.text} />
    </div>
  );
}
