// compose-check loads Compose files as `docker compose -f one -f two` does, with the engine that Compose itself uses, and
// prints the merged project as JSON. The first argument is the folder of the first file; variables come from the environment.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	options, err := cli.NewProjectOptions(os.Args[1:], cli.WithOsEnv, cli.WithInterpolation(true))
	stopOn(err)
	project, err := options.LoadProject(context.Background())
	stopOn(err)
	text, err := project.MarshalJSON()
	stopOn(err)
	fmt.Println(string(text))
}

func stopOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
