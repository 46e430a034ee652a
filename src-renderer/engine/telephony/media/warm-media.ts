/** The first connection of a page costs a tenth of a second; made ahead, it does not cost the call. */
export const warmMedia = (): void => {
  const pc = new RTCPeerConnection();
  pc.addTransceiver('audio');
  void pc.createOffer().then(
    () => pc.close(),
    () => pc.close(),
  );
};
