// Preloaded into the peer, which has no option for it: whatever it listens on, it listens on this machine only.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (...args) {
  const at = typeof args[0] === 'object' && args[0] !== null ? args[0] : { port: args[0] };
  const callback = args.find((arg) => typeof arg === 'function');
  return listen.call(this, { ...at, host: '127.0.0.1' }, callback);
};
