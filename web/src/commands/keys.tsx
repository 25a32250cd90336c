/** The keys of a command as one sees them on a keyboard. */
import { type Command, keyNames } from './command.js';

export function Keys({ of: { keys }, all = false }: { readonly of: Pick<Command, 'keys'>; readonly all?: boolean }) {
  if (!keys?.[0]) return null;
  return (
    <span className="keys">
      {(all ? keys : keys.slice(0, 1)).map((each, i) => (
        <span key={each} className="keys-one">
          {i > 0 && <span className="secondary">or</span>}
          {keyNames(each).map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
