import { notifications } from "@mantine/notifications";

/** Says at the edge of the page that something is done; the same words are not shown twice at once. */
export function notify(message: string): void {
  notifications.show({ id: message, message });
}
