/** Asks, and while it is asked, gives up. */
interface Props {
  readonly running: boolean;
  readonly disabled?: boolean;
  /** Absent in a form, which is sent instead. */
  readonly onRun?: () => void;
  readonly onCancel: () => void;
}

export function RunButton({ running, disabled = false, onRun, onCancel }: Props) {
  return running ? (
    <button key="cancel" type="button" className="primary-button" onClick={onCancel}>
      Cancel
    </button>
  ) : (
    <button
      key="run"
      type={onRun ? 'button' : 'submit'}
      className="primary-button"
      disabled={disabled}
      {...(onRun ? { onClick: onRun } : {})}
    >
      Run
    </button>
  );
}
