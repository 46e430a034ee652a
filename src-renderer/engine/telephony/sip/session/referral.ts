/**
 * Being handed over (REFER, RFC 3515) by somebody who only wants to see that it works: the
 * simulated customer follows nowhere, and says that she was taken (RFC 3515 §2.4.4).
 */
import type { Session } from 'sip.js';

const taken = {
  extraHeaders: ['Event: refer', 'Subscription-State: terminated;reason=noresource'],
  body: {
    contentDisposition: 'render',
    contentType: 'message/sipfrag;version=2.0',
    content: 'SIP/2.0 200 OK\r\n',
  },
};

export const followNowhere = (session: Session, referred: () => void): void => {
  session.delegate = {
    ...session.delegate,
    onRefer: (referral) => {
      void referral.accept().then(() => session.dialog?.notify(undefined, taken));
      referred();
    },
  };
};
