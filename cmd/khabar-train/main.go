// Command khabar-train makes the model of pkg/tagger from annotated text.
//
//	go run ./cmd/khabar-train -hiner hiner_train.conll -raw DIR,FILE -out pkg/tagger/model.bin
//
// The last fifth of the HiNER file is the test part: nothing is learnt from it, neither
// weights nor clusters. The names that khabar's lexicon and gazetteer list become features;
// run it in the root of the repository, where the gazetteer's tables are. The same files
// and flags give the same model, byte for byte.
//
// -curve prints the scores after learning from 1/8, 1/4 and 1/2 of the training part,
// -ablate those without each group of features, -dev the scores on the last fifth of the
// training part instead of the test part, for choosing between settings.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"khabar/pkg/lexicon"
	"khabar/pkg/tagger"
)

// config holds the flags.
type config struct {
	hiner, ijcnlp, gazetteer, raw, out string
	clusters, clusterMin               int
	clusterFile                        string
	options
	ijcnlpWeight float64
	frames       int
	frameWeight  float64
	minCount     int
	megabytes    float64
	skip         string
	dev, curve   bool
	ablate       bool
	misses       bool
	commandLine  string // for the header
}

// parse reads the command line.
func parse(args []string, stderr io.Writer) (*config, error) {
	c := new(config)
	f := flag.NewFlagSet("khabar-train", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&c.hiner, "hiner", "", "HiNER `file` (a word and its IOB2 tag a line)")
	f.StringVar(&c.raw, "raw", "", "comma-separated `paths` of unlabelled text (.txt, .jsonl with a text member) for the clusters")
	f.StringVar(&c.out, "out", "", "model `file` to write")
	f.StringVar(&c.gazetteer, "gazetteer", "pkg/gazetteer/data", "`folder` of the gazetteer's tables; empty for none")
	f.StringVar(&c.ijcnlp, "ijcnlp", "", "IJCNLP-2008 `file`, learnt from as a second domain")
	f.Float64Var(&c.ijcnlpWeight, "ijcnlp-weight", 0.5, "weight of an IJCNLP sentence")
	f.IntVar(&c.frames, "frames", 8, "how often to fill each of khabar's own news sentences; 0 for none")
	f.Float64Var(&c.frameWeight, "frame-weight", 0.5, "weight of such a sentence")
	f.IntVar(&c.clusters, "clusters", 512, "number of word clusters; 0 for none")
	f.IntVar(&c.clusterMin, "cluster-min", 4, "leave words out of the clusters that occur less often")
	f.StringVar(&c.clusterFile, "cluster-file", "", "read the clusters from this `file`; where there is none, make and write it")
	f.IntVar(&c.epochs, "epochs", 30, "passes over the training sentences")
	f.Float64Var(&c.l2, "l2", 0.5, "L2 penalty")
	f.Float64Var(&c.rate, "rate", 0.05, "first learning rate")
	f.Float64Var(&c.dropout, "dropout", 0, "share of features left out at each step")
	f.BoolVar(&c.perceptron, "perceptron", false, "averaged structured perceptron instead of the CRF")
	f.Int64Var(&c.seed, "seed", 1, "seed of the shuffling")
	f.IntVar(&c.minCount, "min", 1, "drop features seen less often")
	f.Float64Var(&c.megabytes, "mib", 2, "room for feature weights")
	f.StringVar(&c.skip, "skip", "", "comma-separated feature groups to leave out: "+strings.Join(tagger.Groups(), " "))
	f.BoolVar(&c.dev, "dev", false, "score on the last fifth of the training part, held out")
	f.BoolVar(&c.curve, "curve", false, "also train on 1/8, 1/4 and 1/2 of the training part")
	f.BoolVar(&c.ablate, "ablate", false, "also train without each group of features")
	f.BoolVar(&c.misses, "misses", false, "print each sentence with a wrong name")
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	if c.hiner == "" || f.NArg() > 0 {
		f.Usage()
		return nil, fmt.Errorf("want -hiner FILE and no arguments")
	}
	if c.clusters >= int(tagger.ClusterMask) {
		return nil, fmt.Errorf("-clusters: at most %d", tagger.ClusterMask-1)
	}
	line := []string{"go run ./cmd/khabar-train"}
	f.Visit(func(f *flag.Flag) {
		if f.Name == "cluster-file" {
			return
		}
		var parts []string
		for _, p := range strings.Split(f.Value.String(), ",") {
			parts = append(parts, filepath.Base(p))
		}
		line = append(line, "-"+f.Name, strings.Join(parts, ","))
	})
	c.commandLine = strings.Join(line, " ")
	return c, nil
}

func main() {
	c, err := parse(os.Args[1:], os.Stderr)
	if err == nil {
		err = run(c, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "khabar-train:", err)
		os.Exit(1)
	}
}

// data is what a model is fitted to and scored on.
type data struct {
	training, own, second, test []example // own: khabar's own sentences
	words                       *tagger.WordTable
}

// run reads the data, trains, prints the scores and writes the model.
func run(c *config, w io.Writer) error {
	d, err := load(c, w)
	if err != nil {
		return err
	}
	if c.curve {
		for _, part := range []int{8, 4, 2} {
			less := *d
			less.training = d.training[:len(d.training)/part]
			if _, err := fit(c, &less, c.skip, fmt.Sprintf("1/%d of the training part", part), w); err != nil {
				return err
			}
		}
	}
	model, err := fit(c, d, c.skip, "the training part", w)
	if err != nil {
		return err
	}
	if c.ablate {
		for _, g := range tagger.Groups() {
			if _, err := fit(c, d, c.skip+","+g, "without "+g, w); err != nil {
				return err
			}
		}
	}
	if c.out != "" {
		return os.WriteFile(c.out, model, 0o644)
	}
	return nil
}

// load reads the corpora and makes the word table.
func load(c *config, w io.Writer) (*data, error) {
	lx := lexicon.Default()
	all, err := readTagged(c.hiner, 0, lx)
	if err != nil {
		return nil, err
	}
	k := len(all) * 4 / 5
	d := &data{training: all[:k], test: all[k:]}
	if c.dev {
		k = k * 4 / 5
		d.training, d.test = all[:k], d.training[k:]
	}
	if c.ijcnlp != "" {
		if d.second, err = readTagged(c.ijcnlp, 1, lx); err != nil {
			return nil, err
		}
	}
	for i := range d.second {
		d.second[i].weight = c.ijcnlpWeight
	}
	if c.frames > 0 && c.gazetteer != "" {
		f, err := newFillings(c.gazetteer)
		if err != nil {
			return nil, err
		}
		d.own = f.examples(c.frames, c.frameWeight, lx)
	}
	var raw [][]string
	if c.raw != "" {
		if raw, err = readRaw(strings.Split(c.raw, ","), lx); err != nil {
			return nil, err
		}
	}
	for _, part := range [][]example{d.training, d.second} {
		for i := range part {
			for _, s := range part[i].doc.Sentences() {
				raw = append(raw, keys(part[i].doc, s.Tokens))
			}
		}
	}
	vocabulary := vocabularyOf(raw)
	cl, err := clustersOf(c, raw)
	if err != nil {
		return nil, err
	}
	if d.words, err = wordTable(lx, c.gazetteer, vocabulary, cl); err != nil {
		return nil, err
	}
	fmt.Fprintf(w, "%d + %d own + %d training sentences, %d test sentences; %d raw sentences, %d words\n", len(d.training), len(d.own), len(d.second), len(d.test), len(raw), len(vocabulary))
	return d, nil
}

// fit trains a model without the feature groups in skip, prints its scores on the test
// part and returns the model file.
func fit(c *config, d *data, skip, title string, w io.Writer) ([]byte, error) {
	start := time.Now()
	skipped := make(map[string]bool)
	for _, g := range strings.Split(skip, ",") {
		skipped[g] = true
	}
	leaveOut := func(t int) bool { return skipped[tagger.GroupOf(t)] }
	var fs featureSet
	sents := fs.extract(d.training, d.words, leaveOut)
	sents = append(sents, fs.extract(d.own, d.words, leaveOut)...)
	domains := 1
	if len(d.second) > 0 {
		sents = append(sents, fs.extract(d.second, d.words, leaveOut)...)
		domains = 2
	}
	fs.prune(sents, int32(c.minCount))
	var m *crf
	if c.perceptron {
		m = trainPerceptron(sents, &fs, c.options)
	} else {
		m = train(sents, &fs, domains, c.options)
	}
	weights := m.weights(&fs, 0, d.words)
	room := int(c.megabytes * (1 << 20))
	file, dropped := tagger.Encode(weights, "", room)
	model, err := tagger.Open(string(file))
	if err != nil {
		return nil, err
	}
	var misses io.Writer
	if c.misses {
		misses = w
	}
	r := evaluate(model, d.test, misses)
	file, _ = tagger.Encode(weights, header(c, r), room)
	r.print(w, fmt.Sprintf("%s: %d sentences, %d features (%d without room), %d bytes, %v",
		title, len(sents), len(fs.hash), dropped, len(file), time.Since(start).Round(time.Second)))
	return file, nil
}

// clustersOf reads the cluster file, or clusters the raw sentences and writes it.
func clustersOf(c *config, raw [][]string) (*clusters, error) {
	if c.clusters == 0 {
		return nil, nil
	}
	if c.clusterFile != "" {
		if cl, err := readClusters(c.clusterFile); !os.IsNotExist(err) {
			return cl, err
		}
	}
	cl := brown(raw, c.clusters, c.clusterMin)
	if c.clusterFile != "" && cl != nil {
		return cl, cl.write(c.clusterFile)
	}
	return cl, nil
}

// header returns the provenance that the model file starts with.
func header(c *config, r result) string {
	var b strings.Builder
	put := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	put("what: names of persons, places and organisations in Hindi text; linear-chain CRF for khabar's pkg/tagger")
	put("data: HiNER (Murthy, Bhattacharjee, Sharnagat, Khatri, Kanojia, Bhattacharyya: HiNER: A Large Hindi Named Entity Recognition Dataset, LREC 2022), first four fifths of %s", filepath.Base(c.hiner))
	if c.ijcnlp != "" {
		put("data: IJCNLP-2008 workshop on NER for South and South East Asian languages, Hindi (%s, no licence stated)", filepath.Base(c.ijcnlp))
	}
	if c.gazetteer != "" {
		put("data: place names of khabar's gazetteer: Local Government Directory (Government Open Data License - India), GeoNames (CC BY 4.0), CLDR (Unicode-3.0), Indian Railways (facts), khabar's own")
	}
	put("data: names, roles, organisations and common words of khabar's lexicon")
	if c.raw != "" && c.clusters > 0 {
		put("data: %d word clusters counted in unlabelled Hindi news text and in the training sentences", c.clusters)
	}
	if c.frames > 0 && c.gazetteer != "" {
		put("data: news sentences written for khabar, filled with names of its lexicon and gazetteer")
	}
	put("licence: CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), as HiNER; see pkg/tagger/NOTICE")
	put("command: %s", c.commandLine)
	put("test: last fifth of %s, %d names, exact spans: weighted F1 %.4f, micro F1 %.4f", filepath.Base(c.hiner), r.micro().want, r.weighted(), r.micro().f1())
	for t := tagger.Person; t <= tagger.Organization; t++ {
		put("test: %s n %d P %.4f R %.4f F1 %.4f", t, r[t].want, r[t].precision(), r[t].recall(), r[t].f1())
	}
	return b.String()
}

// vocabularyOf returns the distinct words of the sentences, sorted.
func vocabularyOf(sents [][]string) []string {
	seen := make(map[string]bool)
	var out []string
	for _, s := range sents {
		for _, w := range s {
			if !seen[w] {
				seen[w] = true
				out = append(out, w)
			}
		}
	}
	sort.Strings(out)
	return out
}
