/** A STUN server (RFC 8489) that answers binding requests, or one that is dead and never does. */
import { createSocket, type Socket } from 'node:dgram';

const magicCookie = 0x2112a442;

const bindingAnswer = (request: Buffer, address: string, port: number): Buffer => {
  const answer = Buffer.alloc(32);
  answer.writeUInt16BE(0x0101, 0);
  answer.writeUInt16BE(12, 2);
  request.copy(answer, 4, 4, 20);
  answer.writeUInt16BE(0x0020, 20);
  answer.writeUInt16BE(8, 22);
  answer.writeUInt8(1, 25);
  answer.writeUInt16BE(port ^ (magicCookie >>> 16), 26);
  const bytes = address.split('.').map(Number);
  for (const [at, byte] of bytes.entries())
    answer.writeUInt8(byte ^ request.readUInt8(4 + at), 28 + at);
  return answer;
};

export const startStunServer = async (
  answers: boolean,
): Promise<{ url: string; stop: () => void }> => {
  const socket: Socket = createSocket('udp4');
  if (answers) {
    socket.on('message', (request, { address, port }) => {
      if (request.length >= 20) socket.send(bindingAnswer(request, address, port), port, address);
    });
  }
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { url: `stun:127.0.0.1:${socket.address().port}`, stop: () => socket.close() };
};
