/** What stands in place of what was asked about a node and did not come: the node is not there, or the asking failed. */
import { explain, isUnknownNode } from '../api/errors.js';
import { wayOn } from '../api/way-on.js';
import { Message } from './message.js';

interface Props {
  readonly error: unknown;
  /** Said where the node may well be there. */
  readonly title: string;
  readonly again: () => void;
  /** Whether a method was asked for, which not every node is. */
  readonly ofMethod?: boolean;
}

export function FailedRequest({ error, title, again, ofMethod = false }: Props) {
  if (isUnknownNode(error)) {
    return (
      <Message title={ofMethod ? 'There is no such method in the graph' : 'This is not in the graph'} urgent>
        It may have been merged, renamed or left out when the graph was built anew.{' '}
        {ofMethod
          ? 'Papers and people have no lineage. Search for a method by its name.'
          : 'Search for it by its name.'}
      </Message>
    );
  }
  return (
    <Message title={title} action={wayOn(error, again)} urgent>
      {explain(error)}
    </Message>
  );
}
