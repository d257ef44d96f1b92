import { Dialog } from './dialog.tsx';

type Props = {
  title: string;
  question: string;
  yes: string;
  danger?: boolean;
  onAnswer: (yes: boolean) => void;
};

/** A question of the client's own, before something that cannot be undone. */
export function QuestionDialog({ title, question, yes, danger = false, onAnswer }: Props) {
  return (
    <Dialog
      title={title}
      className="dialog-confirm"
      onClose={() => onAnswer(false)}
      footer={
        <>
          <button type="button" className="button" onClick={() => onAnswer(false)}>
            Cancel
          </button>
          <button
            type="button"
            className={`button ${danger ? 'button-danger-solid' : 'button-primary'}`}
            data-autofocus
            onClick={() => onAnswer(true)}
          >
            {yes}
          </button>
        </>
      }
    >
      <p>{question}</p>
    </Dialog>
  );
}
