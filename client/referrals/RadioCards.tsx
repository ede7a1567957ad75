// One choice of a few, each a card that a thumb can hit.
import styles from "./Sheets.module.css";

interface Props<Value extends string> {
  legend: string;
  name: string;
  value: Value | undefined;
  options: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
}

export function RadioCards<Value extends string>(props: Props<Value>) {
  const { legend, name, value, options, onChange } = props;
  return (
    <fieldset className={styles.cards}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.card}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
