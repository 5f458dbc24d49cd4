// Package job is one run of extraction from inputs to durable outputs: it reads
// articles, extracts them on all cores, filters, and writes records, rejects, a
// checkpoint and a summary.
//
// It takes a Config and promises:
//
//   - output is in input order and byte for byte the same for any number of workers;
//   - a file appears under its name only when it is complete, and a record is never
//     cut in half, whatever ends the run;
//   - every record that fails is reported once, with file, record, byte offset and a
//     stable code, and all others come out;
//   - with a checkpoint, a run that was killed at any moment and started again with
//     Resume ends with the same bytes as one that was not.
//
// How a checkpoint works. Every checkpointEvery articles everything written so far is
// made durable (compressors end a member, files are synced), and then a small file
// says how many articles were taken from the input and how long the outputs are.
// A resumed run cuts the outputs back to those lengths, reads past that many articles
// without extracting them, and goes on. The places are counted in articles, not in
// seconds, so that compressed members fall in the same places in every run. What later
// articles are compared with comes back too: for the warning duplicate_of the last
// windowSize articles are worked on again, under --dedup a log beside the checkpoint has
// 16 (exact) or 120 bytes (near) for every article that counts.
package job
