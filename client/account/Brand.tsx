// The sign and the name, over everything that stands before the pages.
import { SplotSign } from "../design/SplotSign.js";
import styles from "./SignInPage.module.css";

export function Brand() {
  return (
    <p className={styles.brand}>
      <SplotSign size={34} />
      Splot
    </p>
  );
}
