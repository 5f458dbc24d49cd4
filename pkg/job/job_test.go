package job

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"khabar/pkg/dump"
	"khabar/pkg/encode"
	"khabar/pkg/layout"
	"khabar/pkg/record"
)

// lines writes JSON Lines to a file and returns its path.
func lines(t *testing.T, list ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "in.jsonl")
	if err := os.WriteFile(path, []byte(strings.Join(list, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// story is a JSON line with an article long enough to be told from others.
func story(id, place string) string {
	text := fmt.Sprintf("%s. मेले में हजारों लोग पहुंचे हैं. डीसी अजय राणा ने कहा कि पचास बसें चलेंगी और रात तक भोजन मिलेगा. पुलिस ने रास्ते बदले हैं.", place)
	b, _ := json.Marshal(map[string]string{"id": id, "text": text})
	return string(b)
}

func config(paths ...string) Config {
	return Config{
		Articles: dump.Articles(dump.Paths(paths), dump.Options{Stdin: strings.NewReader("")}),
		Encode:   encode.Options{Format: encode.JSONL, Fields: []string{"id", "warnings"}},
		Jobs:     2,
	}
}

// ids runs c and returns the ids that came out, with the warnings they carry.
func ids(t *testing.T, c Config) (string, Report) {
	t.Helper()
	var buf bytes.Buffer
	if c.Stdout == nil {
		c.Stdout = &buf
	}
	report, err := Run(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range strings.Split(strings.TrimSpace(buf.String()), "\n") {
		var r struct {
			ID       string
			Warnings []string
			Error    *struct{ Code string }
		}
		if l == "" || json.Unmarshal([]byte(l), &r) != nil {
			continue
		}
		s := r.ID
		if r.Error != nil {
			s = "!" + r.Error.Code
		}
		for _, w := range r.Warnings {
			s += "+" + w
		}
		out = append(out, s)
	}
	return strings.Join(out, " "), report
}

func TestGoodNeighboursOfBadRecordsComeOut(t *testing.T) {
	dir := t.TempDir()
	c := config(lines(t, story("a", "नाहन"), "{broken", `{"text":5}`, story("b", "सोलन")), filepath.Join(dir, "none.txt"))
	c.Rejects = filepath.Join(dir, "bad.jsonl")
	var told int
	c.Report = func(error) { told++ }
	got, report := ids(t, c)
	if got != "a b" || report.Articles != 2 || report.Failures() != 3 || report.Unopened != 1 || told != 3 {
		t.Errorf("got %q, %+v, told %d", got, report, told)
	}
	data, err := os.ReadFile(c.Rejects)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, l := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		var r Reject
		if err := json.Unmarshal([]byte(l), &r); err != nil {
			t.Fatal(err)
		}
		at := "-"
		if r.Record != nil {
			at = fmt.Sprint(*r.Record)
		}
		codes = append(codes, r.Code+"@"+at)
		if r.Code == dump.CodeBadJSON && (r.Head != "{broken" || r.Offset != int64(len(story("a", "नाहन"))+1)) {
			t.Errorf("reject %+v", r)
		}
	}
	if fmt.Sprint(codes) != "[bad_json@1 no_text@2 unreadable@-]" {
		t.Errorf("rejects %v", codes)
	}
}

func TestOutputIsTheSameForAnyNumberOfJobs(t *testing.T) {
	var in []string
	for i := range 60 {
		in = append(in, story(fmt.Sprint(i), fmt.Sprintf("नाहन%d", i)))
	}
	path := lines(t, in...)
	want, _ := ids(t, config(path))
	for _, jobs := range []int{1, 3, 8} {
		c := config(path)
		c.Jobs = jobs
		if got, _ := ids(t, c); got != want {
			t.Errorf("jobs %d: %s", jobs, got)
		}
	}
	c := config(path)
	c.Unordered = true
	got, _ := ids(t, c)
	a, b := strings.Fields(got), strings.Fields(want)
	slices.Sort(a)
	slices.Sort(b)
	if !slices.Equal(a, b) {
		t.Errorf("unordered: %s", got)
	}
}

func TestDuplicates(t *testing.T) {
	path := lines(t, story("a", "नाहन"), story("b", "सोलन"), strings.ReplaceAll(story("c", "नाहन"), ".", " ।"), `{"id":"d","text":"छोटा"}`, `{"id":"e","text":"छोटा"}`)
	if got, _ := ids(t, config(path)); got != "a b c+duplicate_of:a d e" {
		t.Errorf("warned: %s", got)
	}
	c := config(path)
	c.Filter.Dedup = "exact"
	got, report := ids(t, c)
	if got != "a b d e" || report.Dropped["duplicate"] != 1 {
		t.Errorf("left out: %s %+v", got, report)
	}
	near := strings.Replace(story("f", "नाहन"), "पचास", "चालीस", 1)
	c = config(lines(t, story("a", "नाहन"), near, story("b", "सोलन"), long("g", "एक"), long("h", "दो")))
	c.Filter.Dedup = "near"
	if got, report := ids(t, c); got != "a g" || report.Dropped["duplicate"] != 3 {
		t.Errorf("near: %s %+v", got, report)
	}
}

// long is a story of other sentences, with one word that may differ.
func long(id, word string) string {
	text := "सोलन. " + word + " नई सड़क का काम शुरू हो गया है. ठेकेदार ने बताया कि पत्थर और मजदूर दोनों मिल गए हैं. विभाग के अभियंता ने मौके पर जाकर माप ली और कहा कि बरसात से पहले पुल तैयार होगा. ग्रामीण खुश हैं."
	b, _ := json.Marshal(map[string]string{"id": id, "text": text})
	return string(b)
}

// TestResumeRemembersWhatCameBefore: what an article is compared with may lie before
// the checkpoint.
func TestResumeRemembersWhatCameBefore(t *testing.T) {
	for _, mode := range []string{"", "exact", "near"} {
		list := []string{story("a", "नाहन"), long("b", "एक"), story("c", "नाहन"), long("d", "एक"), story("e", "नाहन")}
		path := lines(t, list...)
		whole := config(path)
		whole.Filter.Dedup = mode
		want, _ := ids(t, whole)
		for done := range list {
			dir := t.TempDir()
			c := config(path)
			c.Filter.Dedup = mode
			c.Output, c.Checkpoint, c.Resume = filepath.Join(dir, "o.jsonl"), filepath.Join(dir, "state"), true
			// A run of the first articles, and as it stood when it was killed behind them.
			first := c
			first.Articles = func(yield func(dump.Article, error) bool) {
				n := 0
				for a, err := range c.Articles {
					if n++; n > done || !yield(a, err) {
						return
					}
				}
			}
			killed := &run{Config: first, report: newReport(), dedup: newDedup(mode), x: record.NewExtractor(c.Extract)}
			killed.enc, _ = encode.New(c.Encode)
			var err error
			if killed.out, err = c.open(killed.enc, checkpoint{}); err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(killed.restore(checkpoint{}), killed.all(t.Context(), 0), killed.save(false)); err != nil {
				t.Fatal(err)
			}
			if _, err := Run(t.Context(), c); err != nil {
				t.Fatal(err)
			}
			data, _ := os.ReadFile(c.Output)
			var got []string
			for _, l := range strings.Split(strings.TrimSpace(string(data)), "\n") {
				var r struct {
					ID       string
					Warnings []string
				}
				if json.Unmarshal([]byte(l), &r) == nil && r.ID != "" {
					got = append(got, strings.Join(append([]string{r.ID}, r.Warnings...), "+"))
				}
			}
			if want != strings.Join(got, " ") {
				t.Errorf("%q after %d: %v, whole run %s", mode, done, got, want)
			}
		}
	}
}

func TestFilters(t *testing.T) {
	dated := func(id, date string) string {
		return strings.TrimSuffix(story(id, "नाहन"+id), "}") + `,"date":"` + date + `"}`
	}
	english := `{"id":"en","text":"The minister said on Monday that the bridge would be ready by March and that work was going on."}`
	path := lines(t, dated("a", "2020-01-01"), dated("b", "2020-05-18T10:00:00+05:30"), story("c", "सोलन"), english)
	for _, c := range []struct {
		f    Filter
		want string
	}{
		{Filter{}, "a b c en+not_hindi"},
		{Filter{Since: "2020-02-01"}, "b"},
		{Filter{Until: "2020-05-18"}, "a b"},
		{Filter{Require: []string{"date", "text"}}, "a b"},
		{Filter{Languages: []string{"hi"}}, "a b c"},
		{Filter{Languages: []string{"en", "mr"}}, "en+not_hindi"},
	} {
		cfg := config(path)
		cfg.Filter = c.f
		if got, report := ids(t, cfg); got != c.want {
			t.Errorf("%+v: %s %+v", c.f, got, report)
		}
	}
}

func TestShardsAreThePartsOfTheWhole(t *testing.T) {
	var in []string
	for i := range 3*shardGroup + 10 {
		in = append(in, story(fmt.Sprint(i), fmt.Sprint("नाहन", i)))
	}
	path := lines(t, in...)
	want, _ := ids(t, config(path))
	var all []string
	for i := range 3 {
		c := config(path)
		c.Shard = Shard{i, 3}
		got, _ := ids(t, c)
		all = append(all, strings.Fields(got)...)
	}
	whole := strings.Fields(want)
	slices.Sort(all)
	slices.Sort(whole)
	if !slices.Equal(all, whole) {
		t.Errorf("parts have %d records, the whole %d", len(all), len(whole))
	}
	for _, bad := range []string{"1", "3/3", "-1/2", "a/b", "0/0"} {
		if _, err := ParseShard(bad); err == nil {
			t.Errorf("ParseShard(%q) takes it", bad)
		}
	}
}

func TestLineByLineGivesOneLineForEach(t *testing.T) {
	path := filepath.Join(t.TempDir(), "in.jsonl")
	in := story("a", "नाहन") + "\n\n{broken\n" + story("b", "सोलन") + "\n"
	if err := os.WriteFile(path, []byte(in), 0o644); err != nil {
		t.Fatal(err)
	}
	c := config()
	c.Articles = dump.Articles(dump.Paths([]string{path}), dump.Options{Format: dump.FormatJSONL, BlankLines: true})
	c.Lines = true
	if got, _ := ids(t, c); got != "a !bad_json !bad_json b" {
		t.Errorf("got %s", got)
	}
}

func TestOutDirMirrorsTheInput(t *testing.T) {
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "o")
	for _, p := range []string{"a.txt", "x/b.txt", "x/y/c.txt"} {
		os.MkdirAll(filepath.Dir(filepath.Join(in, p)), 0o755)
		if err := os.WriteFile(filepath.Join(in, p), []byte("नाहन. बारिश जारी है.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c := config(in)
	c.OutDir = out
	ids(t, c)
	var got []string
	filepath.WalkDir(out, func(p string, d os.DirEntry, _ error) error {
		if !d.IsDir() {
			rel, _ := filepath.Rel(out, p)
			got = append(got, filepath.ToSlash(rel))
		}
		return nil
	})
	if fmt.Sprint(got) != "[a.txt.jsonl x/b.txt.jsonl x/y/c.txt.jsonl]" {
		t.Errorf("got %v", got)
	}
	other := t.TempDir()
	os.WriteFile(filepath.Join(other, "a.txt"), []byte("x"), 0o644)
	c = config(filepath.Join(in, "a.txt"), filepath.Join(other, "a.txt"))
	c.OutDir = out
	if _, err := Run(t.Context(), c); err == nil || !strings.Contains(err.Error(), "would both be written") {
		t.Errorf("two inputs of one name: %v", err)
	}
}

func TestSplitGivesEachArticleItsBytes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "day.txt")
	in := "नाहन. बारिश जारी है.\n\f\nसोलन. मेला शुरू हुआ.\n"
	if err := os.WriteFile(path, []byte(in), 0o644); err != nil {
		t.Fatal(err)
	}
	c := config(path)
	c.Split, _ = layout.ParseSplitting("formfeed")
	c.Encode.Fields = []string{"source", "text"}
	var buf bytes.Buffer
	c.Stdout = &buf
	if _, err := Run(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	for i, l := range strings.Split(strings.TrimSpace(buf.String()), "\n") {
		var r struct {
			Source struct{ Record, Start, End int }
			Text   string
		}
		if err := json.Unmarshal([]byte(l), &r); err != nil {
			t.Fatal(err)
		}
		if r.Source.Record != i || strings.TrimSpace(in[r.Source.Start:r.Source.End]) != r.Text {
			t.Errorf("record %d: %+v", i, r)
		}
	}
	if strings.Count(buf.String(), "\n") != 2 {
		t.Errorf("got %s", buf.String())
	}
}

func TestStopEndsAtTheFirstFailure(t *testing.T) {
	c := config(lines(t, story("a", "नाहन"), "{broken", story("b", "सोलन")))
	c.Stop = true
	c.Output = filepath.Join(t.TempDir(), "out.jsonl")
	if _, err := Run(t.Context(), c); !errors.Is(err, ErrStopped) {
		t.Errorf("got %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(c.Output)); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAFullDiskIsAnError(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		return // only Linux has one
	}
	defer full.Close()
	c := config(lines(t, story("a", "नाहन")))
	c.Stdout = full
	if _, err := Run(t.Context(), c); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v", err)
	}
}

// TestOutputThatIsNoPlainFile: a device or a pipe is written to, and never replaced.
func TestOutputThatIsNoPlainFile(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		return // only Linux has one
	}
	dir := t.TempDir()
	link := filepath.Join(dir, "full") // a rename over the device itself would break the machine
	if err := os.Symlink("/dev/full", link); err != nil {
		t.Fatal(err)
	}
	path := lines(t, story("a", "नाहन"))
	c := config(path)
	c.Output = link
	if _, err := Run(t.Context(), c); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("full: %v", err)
	}
	if c.Checkpoint = filepath.Join(dir, "state"); c.check() == nil {
		t.Error("a checkpoint of a device")
	}
	c = config(lines(t, `{"text":5}`))
	c.Rejects, c.Stdout = link, new(bytes.Buffer)
	if _, err := Run(t.Context(), c); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("rejects to a full disk: %v", err)
	}
	if info, err := os.Stat("/dev/full"); err != nil || info.Mode().IsRegular() {
		t.Fatalf("/dev/full is a file now: %v", err)
	}

	fifo := filepath.Join(dir, "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	got := make(chan []byte)
	go func() {
		data, _ := os.ReadFile(fifo)
		got <- data
	}()
	c = config(path)
	c.Output = fifo
	ids(t, c)
	if data := <-got; !strings.Contains(string(data), `"id":"a"`) {
		t.Errorf("fifo: %q", data)
	}

	file := filepath.Join(dir, "o.jsonl")
	os.WriteFile(file, nil, 0o644)
	link = filepath.Join(t.TempDir(), "link.jsonl")
	os.Symlink(file, link)
	c = config(path)
	c.Output = link
	ids(t, c)
	if data, _ := os.ReadFile(file); len(data) == 0 {
		t.Error("the link was replaced, not the file")
	}
	c.Output = dir
	if _, err := Run(t.Context(), c); err == nil || !strings.Contains(err.Error(), "--out-dir") {
		t.Errorf("folder: %v", err)
	}
}

func TestOutputFiles(t *testing.T) {
	path := lines(t, story("a", "नाहन"))
	for _, name := range []string{"o.jsonl", "o.jsonl.gz", "o.jsonl.zst"} {
		c := config(path)
		c.Output = filepath.Join(t.TempDir(), name)
		ids(t, c)
		var got bytes.Buffer
		c2 := config(c.Output) // khabar reads what it writes: no text field, so one reject that names it
		c2.Stdout = &got
		report, err := Run(t.Context(), c2)
		if err != nil || report.Rejected[dump.CodeNoText] != 1 {
			t.Errorf("%s: %v %+v", name, err, report)
		}
	}
	c := config(path)
	c.Output = filepath.Join(t.TempDir(), "missing", "o.jsonl")
	if _, err := Run(t.Context(), c); err == nil {
		t.Error("a folder that is not there: no error")
	}
	c = config(path)
	c.Output = filepath.Join(t.TempDir(), "o.xz")
	if _, err := Run(t.Context(), c); err == nil || !strings.Contains(err.Error(), ".zst") {
		t.Errorf("xz: %v", err)
	}
}

func TestCheckpointOfAnotherCommandIsRefused(t *testing.T) {
	dir := t.TempDir()
	c := config(lines(t, story("a", "नाहन")))
	c.Output, c.Checkpoint, c.Resume, c.Run = filepath.Join(dir, "o.jsonl"), filepath.Join(dir, "state"), true, "this"
	if err := (checkpoint{Version: checkpointVersion, Run: "that"}).save(c.Checkpoint); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), c); err == nil || !strings.Contains(err.Error(), "another command") {
		t.Errorf("got %v", err)
	}
}

func TestCombinationsThatCannotWork(t *testing.T) {
	for _, c := range []Config{
		{Output: "a", OutDir: "b"},
		{Resume: true},
		{Checkpoint: "c"},
		{Checkpoint: "c", Output: "o", Unordered: true},
		{Checkpoint: "c", Output: "o", Encode: encode.Options{Format: encode.JSON}},
		{Lines: true, Encode: encode.Options{Format: encode.CSV}},
	} {
		if c.Encode.Format == "" {
			c.Encode.Format = encode.JSONL
		}
		if _, err := Run(context.Background(), c); err == nil {
			t.Errorf("%+v: no error", c)
		}
	}
}
