/** The reader process with a second format. For tests. */
import '../formats/fake-format.test-support.ts';
import './reader-process.ts';
