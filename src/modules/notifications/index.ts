export { composeNotice, type NoticeComposing } from "./compose-notice.ts";
export { noticeHandlers } from "./notice-handlers.ts";
