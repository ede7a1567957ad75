// Several of a few words, each ticked or not, in a form that is read when it is sent.
import styles from "./TickList.module.css";

interface Props<Choice extends string> {
  /** In the form; each that is ticked is a value of it. */
  name: string;
  choices: readonly Choice[];
  wordsOf(choice: Choice): string;
  ticked: readonly Choice[];
}

export function TickList<Choice extends string>(props: Props<Choice>) {
  const { name, choices, wordsOf, ticked } = props;
  return (
    <div className={styles.list}>
      {choices.map((choice) => (
        <label key={choice} className={styles.choice}>
          <input
            type="checkbox"
            name={name}
            value={choice}
            defaultChecked={ticked.includes(choice)}
          />
          {wordsOf(choice)}
        </label>
      ))}
    </div>
  );
}
