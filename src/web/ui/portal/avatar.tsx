import styles from "./avatar.module.css";

/** A person without a photo: their initials. The name stands beside it. */
export function Avatar({ initials, size = "md" }: { readonly initials: string; readonly size?: "md" | "lg" }) {
  return (
    <span className={`${styles.avatar} ${styles[size]}`} aria-hidden="true">
      {initials}
    </span>
  );
}
