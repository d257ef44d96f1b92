import type { ConfirmDialogObject } from 'slack-blocks-to-jsx';
import { PlainText, Text } from '../text/rich-text.tsx';
import { Dialog } from './dialog.tsx';

/** The question that an element asks before it tells the app. */
export function ConfirmDialog({
  confirm,
  onAnswer,
}: {
  confirm: ConfirmDialogObject;
  onAnswer: (yes: boolean) => void;
}) {
  const style = confirm.style === 'danger' ? 'button-danger-solid' : 'button-primary';
  return (
    <Dialog
      title={<PlainText text={confirm.title.text} />}
      className="dialog-confirm"
      onClose={() => onAnswer(false)}
      footer={
        <>
          <button type="button" className="button" onClick={() => onAnswer(false)}>
            <PlainText text={confirm.deny.text} />
          </button>
          <button type="button" className={`button ${style}`} data-autofocus onClick={() => onAnswer(true)}>
            <PlainText text={confirm.confirm.text} />
          </button>
        </>
      }
    >
      <Text value={confirm.text} />
    </Dialog>
  );
}
