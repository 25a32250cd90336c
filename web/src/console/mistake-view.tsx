/** A question that failed: why, the place in its text, and what to try. */
import { Message } from '../ui/message.js';
import { explainMistake } from './mistake.js';
import { type Question, whereFailed } from './use-question.js';

interface Props {
  readonly question: Question;
  readonly error: unknown;
}

export function MistakeView({ question, error }: Props) {
  const { says, remedy, excerpt } = explainMistake(error, question.cypher);
  const place = whereFailed(error);
  return (
    <Message title="The question could not be answered" urgent>
      <p className="answer-why">{says}</p>
      {excerpt && (
        <figure className="answer-place">
          <figcaption>{place}</figcaption>
          {/* The mark stands under the place: one that is heard is told by the line above. */}
          <pre>
            {excerpt.text}
            <span aria-hidden="true">{`\n${' '.repeat(excerpt.before)}^`}</span>
          </pre>
        </figure>
      )}
      {!excerpt && place && <p>{place}</p>}
      {remedy && <p className="answer-remedy">{remedy}</p>}
    </Message>
  );
}
