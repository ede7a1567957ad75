// Whom to ring up or write to at an organisation: the first contact person, else any.
import styles from "./ContactLinks.module.css";
import { phoneInGroups } from "./phone.js";

interface Person {
  name: string;
  workEmail: string | null;
  workPhone: string | null;
  primary: boolean;
}

interface Props {
  people: readonly Person[];
  /** What is said where nobody is named. */
  nobody: string;
}

export function ContactLinks({ people, nobody }: Props) {
  const person = people.find(({ primary }) => primary) ?? people[0];
  if (!person) return <span className={styles.contact}>{nobody}</span>;
  const { name, workPhone, workEmail } = person;
  return (
    <span className={styles.contact}>
      <span>{name}</span>
      {workPhone && <a href={`tel:${workPhone}`}>{phoneInGroups(workPhone)}</a>}
      {workEmail && <a href={`mailto:${workEmail}`}>{workEmail}</a>}
    </span>
  );
}
