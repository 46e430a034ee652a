/** Default deny: navigation, new windows, webviews and permissions; audio for the engine alone. */
import { app, type Session, shell, type WebContents } from 'electron';
import { pageUrl } from './pages.ts';

export const isOwnPage = (url: string, expected: string): boolean => {
  try {
    const [a, b] = [new URL(url), new URL(expected)];
    return a.protocol === b.protocol && a.host === b.host && a.pathname === b.pathname;
  } catch {
    return false;
  }
};

export const sameOrigin = (url: string, expected: string): boolean => {
  try {
    const [a, b] = [new URL(url), new URL(expected)];
    return a.protocol === b.protocol && a.host === b.host;
  } catch {
    return false;
  }
};

const mediaPages = () => [pageUrl('engine'), pageUrl('customer')];

/** Chromium checks with the bare origin as well as with the whole address: compare the origin. */
export const guardPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const audioOnly = permission === 'media' && types.length === 1 && types[0] === 'audio';
    const speaker = (permission as string) === 'speaker-selection';
    const own = mediaPages().some((page) => isOwnPage(contents.getURL(), page));
    answer(own && details.isMainFrame && (audioOnly || speaker));
  });
  session.setPermissionCheckHandler((_, permission, origin, details) => {
    const media = permission === 'media' || (permission as string) === 'speaker-selection';
    return media && details.mediaType !== 'video' && sameOrigin(origin, pageUrl('engine'));
  });
};

const guardContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(({ url }) => {
    if (/^(https|mailto):/.test(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
};

export const guardAllContents = (): void => {
  app.on('web-contents-created', (_, contents) => guardContents(contents));
};
