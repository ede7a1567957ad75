// One question of a form: its label, what helps, what is wrong, and the field; or several that are asked together.
import { type ComponentProps, type ReactNode, use, useId } from "react";

import { EditedFields, errorIdOf, FoundFaults } from "./faults.js";
import styles from "./Field.module.css";

interface Shared {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

interface Asked extends Shared {
  id?: string | undefined;
  required?: boolean | undefined;
}

/** How a field hangs together with its words; what the form found stands before what was answered to an earlier try. */
function useWired({ id: given, label, hint, error, required }: Asked) {
  const made = useId();
  const id = given ?? made;
  const found = use(FoundFaults);
  const isEdited = use(EditedFields).has(id);
  const stands = found.size > 0 ? found.get(id) : error;
  const told = isEdited ? undefined : stands;
  const described = [hint && `${id}-hint`, told && errorIdOf(id)];
  const describedBy = described.filter(Boolean).join(" ") || undefined;
  return {
    frame: { id, label, hint, error: told, isRequired: required },
    describedBy,
    control: {
      id,
      className: styles.input,
      "aria-invalid": told ? (true as const) : undefined,
      "aria-describedby": describedBy,
    },
  };
}

interface FrameProps extends Shared {
  id: string;
  isRequired: boolean | undefined;
  aside?: ReactNode;
  children: ReactNode;
}

function Frame(props: FrameProps) {
  const { id, label, isRequired, aside, children } = props;
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id} data-required={isRequired || undefined}>
          {label}
        </label>
        {aside}
      </div>
      <Words {...props} />
      {children}
    </div>
  );
}

function Words({ id, hint, error }: Omit<Shared, "label"> & { id: string }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={errorIdOf(id)} className={styles.error}>
          {error}
        </p>
      )}
    </>
  );
}

interface TextProps extends ComponentProps<"input">, Shared {
  /** Stands at the end of the label's line. */
  aside?: ReactNode;
}

export function TextField(props: TextProps) {
  const { label, hint, error, aside, ...rest } = props;
  const { frame, control } = useWired({ ...rest, label, hint, error });
  return (
    <Frame {...frame} aside={aside}>
      <input {...rest} {...control} />
    </Frame>
  );
}

interface SelectProps extends ComponentProps<"select">, Shared {}

export function SelectField(props: SelectProps) {
  const { label, hint, error, ...rest } = props;
  const { frame, control } = useWired({ ...rest, label, hint, error });
  return (
    <Frame {...frame}>
      <select {...rest} {...control} />
    </Frame>
  );
}

interface ChoiceProps<Choice extends string> extends Shared {
  choices: readonly Choice[];
  wordsOf(choice: Choice): string;
  /** What stands for none of them; without it one is always chosen. */
  none?: string;
  chosen: Choice | null;
  /** Empty: none. */
  onChoose(choice: Choice | ""): void;
}

/** One of a few words, or none. */
export function ChoiceField<Choice extends string>(props: ChoiceProps<Choice>) {
  const { choices, wordsOf, none, chosen, onChoose, ...shared } = props;
  return (
    <SelectField
      {...shared}
      value={chosen ?? ""}
      onChange={({ target }) =>
        onChoose(choices.find((one) => one === target.value) ?? "")
      }
    >
      {none !== undefined && <option value="">{none}</option>}
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {wordsOf(choice)}
        </option>
      ))}
    </SelectField>
  );
}

interface AreaProps extends ComponentProps<"textarea">, Shared {}

export function TextArea(props: AreaProps) {
  const { label, hint, error, ...rest } = props;
  const { frame, control } = useWired({ ...rest, label, hint, error });
  return (
    <Frame {...frame}>
      <textarea rows={3} {...rest} {...control} />
    </Frame>
  );
}

interface GroupProps extends Shared {
  isRequired?: boolean;
  /** Where a heading above says the same. */
  isLabelHidden?: boolean;
  children: ReactNode;
}

/** Several choices or fields under one legend. */
export function Group(props: GroupProps) {
  const { label, isRequired, isLabelHidden, children } = props;
  const { frame, describedBy } = useWired(props);
  return (
    <fieldset
      id={frame.id}
      className={styles.group}
      aria-describedby={describedBy}
    >
      <legend
        data-required={isRequired || undefined}
        className={isLabelHidden ? "visually-hidden" : undefined}
      >
        {label}
      </legend>
      <Words {...frame} />
      {children}
    </fieldset>
  );
}
