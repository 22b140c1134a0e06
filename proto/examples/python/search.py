"""Searches a running LibTrails: python search.py QUERY [HOST:PORT]"""
import sys
from pathlib import Path

import grpc

# The folder that holds libtrails/library/v1/library.proto.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
messages, services = grpc.protos_and_services("libtrails/library/v1/library.proto")


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit("usage: python search.py QUERY [HOST:PORT]")
    query, address = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "localhost:50052"
    with grpc.insecure_channel(address) as channel:
        library = services.LibraryServiceStub(channel)
        request = messages.SearchRequest(query=query, scope=messages.PASSAGES, limit=3)
        answer = library.Search(request, timeout=10)
    if not answer.relevant:
        print("Nothing relevant. The nearest passages:")
    for result in answer.results:
        print(f"{result.rank}. {result.book.title}: {result.passage.section.title}")
        print(f"   {result.passage.text[:200]}".replace("\n", " "))


main()
