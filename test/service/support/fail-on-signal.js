// Loaded before the service: a rejection that nobody handles, on demand.
process.on('SIGUSR2', () => {
  Promise.reject(new Error('nobody foresaw this'));
});
