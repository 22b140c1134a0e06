// Searches a running LibTrails: go run . QUERY [HOST:PORT]
package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	pb "example/librarypb"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: go run . QUERY [HOST:PORT]")
		os.Exit(2)
	}
	address := "localhost:50052"
	if len(os.Args) > 2 {
		address = os.Args[2]
	}
	if err := search(os.Args[1], address); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func search(query, address string) error {
	connection, err := grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer connection.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	answer, err := pb.NewLibraryServiceClient(connection).Search(ctx, &pb.SearchRequest{
		Query: query, Scope: pb.Scope_PASSAGES, Limit: 3,
	})
	if err != nil {
		return err
	}
	if !answer.Relevant {
		fmt.Println("Nothing relevant. The nearest passages:")
	}
	for _, result := range answer.Results {
		fmt.Printf("%d. %s: %s\n", result.Rank, result.Book.Title, result.Passage.Section.Title)
		text := []rune(strings.ReplaceAll(result.Passage.Text, "\n", " "))
		fmt.Printf("   %s\n", string(text[:min(200, len(text))]))
	}
	return nil
}
