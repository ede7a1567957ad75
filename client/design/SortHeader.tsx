// The head of a column by which a table can be ordered; the address keeps the order.
import { Icon } from "./Icon.js";
import { join } from "./join.js";
import styles from "./SortHeader.module.css";

interface Props {
  label: string;
  /** The column's word in the address. */
  column: string;
  /** The column in order now, with "-" before it where the order is turned. */
  sorting: string;
  onSort(sorting: string): void;
  /** Numbers stand at the right. */
  numeric?: boolean;
  className?: string | undefined;
}

export function SortHeader(props: Props) {
  const { label, column, sorting, onSort, numeric, className } = props;
  const isUp = sorting === column;
  const isDown = sorting === `-${column}`;
  return (
    <th
      scope="col"
      className={join(className, numeric && styles.numeric)}
      aria-sort={isUp ? "ascending" : isDown ? "descending" : undefined}
    >
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort(isUp ? `-${column}` : column)}
      >
        <span>{label}</span>
        <span className={join(styles.mark, isUp && styles.up)}>
          {(isUp || isDown) && <Icon name="chevron" small />}
        </span>
      </button>
    </th>
  );
}
