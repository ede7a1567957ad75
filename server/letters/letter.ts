// A letter: something to be told by mail to one person, which names nobody until it is sent.
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
export class Letter {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  /** Which composer writes it. */
  @Column({ type: "text" })
  kind!: string;

  @Column({ type: "uuid", nullable: true })
  accountId!: string | null;

  @Column({ type: "uuid", nullable: true })
  contactPersonId!: string | null;

  @Column({ type: "uuid", nullable: true })
  partnerId!: string | null;

  /** The noun that it tells of, as its kind understands it. */
  @Column({ type: "uuid", nullable: true })
  subjectId!: string | null;

  /** While one with this key waits, no second one is written. */
  @Column({ type: "text", nullable: true })
  key!: string | null;

  /** Not before. */
  @Column({ type: "timestamptz" })
  sendAt!: Date;

  @Column({ type: "timestamptz" })
  writtenAt!: Date;

  /** When it was last worded, from what was true then. */
  @Column({ type: "timestamptz", nullable: true })
  takenAt!: Date | null;

  /** The last position of the log at that moment: what comes after it, another letter tells. */
  @Column({ type: "int8", nullable: true })
  readTo!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  sentAt!: Date | null;

  /** When there was nothing left to tell, or nobody to tell it to. */
  @Column({ type: "timestamptz", nullable: true })
  droppedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  shownTo!: string | null;

  @Column({ type: "text", nullable: true })
  shownSubject!: string | null;

  @Column({ type: "text", nullable: true })
  shownText!: string | null;
}
