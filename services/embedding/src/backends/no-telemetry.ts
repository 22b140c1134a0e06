/**
 * ONNX Runtime's native build for Linux reports its use to its maker. Version 1.30 keeps a database below
 * ~/.cache/Microsoft, a log in /tmp, two threads and about 3 MB, and sends what it gathers. A private
 * library must not be reported, so this is switched off before the runtime is loaded: import this module first.
 */
process.env.ORT_DISABLE_TELEMETRY = '1';
