// A form that tells all that is wrong with it at once: a summary on top that leads to each field, and the words at each.
import {
  type InputEvent,
  type ReactNode,
  type SubmitEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";

import { EditedFields, FoundFaults } from "../../design/faults.js";
import { Note } from "../../design/Note.js";
import { type Fault, faultsFound, faultsShown } from "./faults-found.js";
import styles from "./Form.module.css";

export interface Wrong {
  message: string;
  fields?: readonly { path: string; message: string }[];
}

interface Props {
  id?: string;
  className?: string | undefined;
  /** What was answered to the last try; each field shows its own part. */
  wrong: Wrong | null;
  /** The server takes what is missing or mistyped as text, and tells all that is wrong. */
  isJudgedByServer?: boolean | undefined;
  onSubmit(form: FormData): void | Promise<void>;
  children: ReactNode;
}

const nothing: ReadonlyMap<string, string> = new Map();
const none: ReadonlySet<string> = new Set();

export function Form(props: Props) {
  const { id, className, wrong, isJudgedByServer = false, onSubmit } = props;
  const { t } = useTranslation("shell");
  const form = useRef<HTMLFormElement>(null);
  const [found, setFound] = useState(nothing);
  const [shown, setShown] = useState<readonly Fault[]>([]);
  const [edited, setEdited] = useState(none);
  const [told, setTold] = useState({ found, wrong });
  if (told.found !== found || told.wrong !== wrong) {
    setTold({ found, wrong });
    setEdited(none);
  }
  useLayoutEffect(() => {
    // what stands at the fields is written by now
    const faults = form.current ? faultsShown(form.current, found) : [];
    // nothing that is wrong stays folded away
    for (const { field } of faults)
      field.closest("details")?.setAttribute("open", "");
    setShown(faults);
  }, [found, wrong]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const faults = faultsFound(event.currentTarget, t, isJudgedByServer);
    setFound(faults);
    if (faults.size === 0) void onSubmit(new FormData(event.currentTarget));
  }

  const isWrong = wrong !== null || found.size > 0;

  function edit({ target }: InputEvent<HTMLFormElement>) {
    if (!isWrong || !(target instanceof HTMLElement)) return;
    const ids = [target.id, target.closest("fieldset")?.id ?? ""];
    if (!ids.every((one) => edited.has(one)))
      setEdited(new Set([...edited, ...ids]));
  }

  return (
    <FoundFaults value={found}>
      <EditedFields value={edited}>
        <form
          ref={form}
          id={id}
          className={className ?? styles.form}
          noValidate
          data-stars
          onInput={edit}
          onSubmit={submit}
        >
          {isWrong && (
            <Summary
              shown={shown}
              edited={edited}
              wrong={found.size > 0 ? null : wrong}
            />
          )}
          <p className={styles.required} data-print="no">
            {t("requiredNote")}
          </p>
          {props.children}
        </form>
      </EditedFields>
    </FoundFaults>
  );
}

interface SummaryProps {
  shown: readonly Fault[];
  edited: ReadonlySet<string>;
  wrong: Wrong | null;
}

/** Takes the focus whenever it says something else. */
function Summary({ shown, edited, wrong }: SummaryProps) {
  const { t } = useTranslation("shell");
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [shown, wrong]);
  const atFields = new Set(shown.map(({ message }) => message));
  const told = wrong?.fields?.length ? wrong.fields : wrong ? [wrong] : [];
  const elsewhere = told.filter(({ message }) => !atFields.has(message));
  const left = shown.filter(({ field }) => !edited.has(field.id));
  const count = left.length;
  if (count === 0 && elsewhere.length === 0) return null;
  return (
    <div ref={summary} className={styles.summary} tabIndex={-1}>
      <Note
        tone="danger"
        icon="warning"
        role="alert"
        title={count > 0 && t("fixFields", { count })}
      >
        {elsewhere.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
        {count > 0 && (
          <ul>
            {left.map(({ field, label, message }) => (
              <li key={field.id || label}>
                <a
                  href={`#${field.id}`}
                  onClick={(event) => {
                    // to the field itself, and no other address
                    event.preventDefault();
                    (field.querySelector("input") ?? field).focus();
                  }}
                >
                  {message.startsWith(label) ? message : `${label}: ${message}`}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Note>
    </div>
  );
}
